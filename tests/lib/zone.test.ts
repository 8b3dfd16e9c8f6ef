import { describe, expect, it } from 'vitest'
import { instantOf } from '../../src/lib/zone.ts'

const at = (instant: string) => ({ kind: 'instant', at: new Date(instant) })

describe('a local time is an instant', () => {
  it.each([
    ['2026-01-08T09:30', 'Europe/Berlin', '2026-01-08T08:30:00Z'],
    ['2026-07-08T09:30', 'Europe/Berlin', '2026-07-08T07:30:00Z'],
    ['2026-07-08T09:30:15', 'Europe/Berlin', '2026-07-08T07:30:15Z'],
    ['2026-03-29T01:59', 'Europe/Berlin', '2026-03-29T00:59:00Z'],
    ['2026-03-29T03:00', 'Europe/Berlin', '2026-03-29T01:00:00Z'],
    // Kazakhstan has had one time since March 2024.
    ['2026-01-08T09:30', 'Asia/Almaty', '2026-01-08T04:30:00Z'],
    ['2026-07-08T09:30', 'Asia/Almaty', '2026-07-08T04:30:00Z'],
    ['2026-01-08T09:30', 'Asia/Kathmandu', '2026-01-08T03:45:00Z'],
    // The first and the last clocks of the world.
    ['2026-01-01T00:00', 'Pacific/Kiritimati', '2025-12-31T10:00:00Z'],
    ['2026-01-01T00:00', 'Pacific/Niue', '2026-01-01T11:00:00Z'],
    ['2028-02-29T23:59', 'America/New_York', '2028-03-01T04:59:00Z'],
    ['2026-12-31T23:59:59', 'UTC', '2026-12-31T23:59:59Z'],
    ['1000-01-01T00:00', 'UTC', '1000-01-01T00:00:00Z'],
    ['9999-12-31T23:59', 'UTC', '9999-12-31T23:59:00Z'],
    ['9999-12-31T23:59', 'America/New_York', '+010000-01-01T04:59:00.000Z'],
    // Before zones there was the sun: Berlin was 53 minutes and 28 seconds ahead.
    ['1880-06-01T12:00', 'Europe/Berlin', '1880-06-01T11:06:32Z'],
    // A whole day that one island never had is between these two.
    ['2011-12-29T23:59', 'Pacific/Apia', '2011-12-30T09:59:00Z'],
    ['2011-12-31T00:00', 'Pacific/Apia', '2011-12-30T10:00:00Z'],
  ])('%s in %s', (localTime, zone, instant) => expect(instantOf(localTime, zone)).toEqual(at(instant)))
})

describe('a local time that happens twice is the earlier one', () => {
  it.each([
    ['2026-10-25T02:00', 'Europe/Berlin', '2026-10-25T00:00:00Z'],
    ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
    ['2026-10-25T02:59', 'Europe/Berlin', '2026-10-25T00:59:00Z'],
    ['2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30:00Z'],
    // Lord Howe Island goes back by half an hour.
    ['2026-04-05T01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00Z'],
    ['2026-04-05T01:29', 'Australia/Lord_Howe', '2026-04-04T14:29:00Z'],
  ])('%s in %s', (localTime, zone, instant) => expect(instantOf(localTime, zone)).toEqual(at(instant)))

  it('and what follows the repetition is after both', () =>
    expect(instantOf('2026-10-25T03:00', 'Europe/Berlin')).toEqual(at('2026-10-25T02:00:00Z')))
})

describe('a local time that clocks skip is none, and its neighbours are named', () => {
  it.each([
    ['2026-03-29T02:00', 'Europe/Berlin', '2026-03-29T01:59', '2026-03-29T03:00'],
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:59', '2026-03-29T03:00'],
    ['2026-03-29T02:59:59', 'Europe/Berlin', '2026-03-29T01:59', '2026-03-29T03:00'],
    ['2026-03-08T02:30', 'America/New_York', '2026-03-08T01:59', '2026-03-08T03:00'],
    ['2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-04T01:59', '2026-10-04T02:30'],
    // Midnight itself is skipped.
    ['2026-09-06T00:30', 'America/Santiago', '2026-09-05T23:59', '2026-09-06T01:00'],
    ['2011-12-30T12:00', 'Pacific/Apia', '2011-12-29T23:59', '2011-12-31T00:00'],
  ])('%s in %s', (localTime, zone, before, after) =>
    expect(instantOf(localTime, zone)).toEqual({ kind: 'skipped', before, after }),
  )
})

describe('what is no local time', () => {
  it.each([
    ['2026-02-29T12:00'],
    ['2100-02-29T12:00'],
    ['2026-04-31T12:00'],
    ['2026-13-01T12:00'],
    ['2026-00-10T12:00'],
    ['2026-01-08T24:00'],
    ['2026-01-08T12:60'],
    ['2026-01-08T12:00:60'],
    ['2026-01-08 12:00'],
    ['2026-01-08T12:00Z'],
    ['2026-1-8T12:00'],
    ['0026-01-08T12:00'],
    [''],
  ])('%j', (localTime) => expect(instantOf(localTime, 'Europe/Berlin')).toEqual({ kind: 'no such day' }))

  it.each([['Europe/Bonn'], ['Berlin'], ['+05:00'], [''], ['../etc/passwd'], ['Europe/Berlin\n'], ['x'.repeat(100)]])(
    'in a zone %j that nobody knows',
    (zone) => expect(instantOf('2026-01-08T09:30', zone)).toEqual({ kind: 'unknown zone' }),
  )
})
