import { expect, it } from 'vitest'
import { withoutPassword } from '../../src/house.ts'

it.each([
  ['postgresql://me:secret@db.example/news', 'postgresql://me@db.example/news'],
  ['postgresql://me:se%40cret@db.example:5433/news', 'postgresql://me@db.example:5433/news'],
  ['postgresql://me:se@cret@db.example/news', 'postgresql://me@db.example/news'],
  ['postgresql://db.example/news', 'postgresql://db.example/news'],
  ['postgresql://me:secret@/news?host=/run/postgresql', 'postgresql://me@/news?host=/run/postgresql'],
  ['postgresql://db.example/news?sslmode=require&password=secret', 'postgresql://db.example/news?sslmode=require'],
  ['postgresql:///news?%70assword=secret&sslpassword=more', 'postgresql:///news'],
  ['postgresql:///news?user=me&host=/run&password', 'postgresql:///news?user=me&host=/run'],
])('%s is shown as %s', (url, shown) => {
  expect(withoutPassword(url)).toBe(shown)
})
