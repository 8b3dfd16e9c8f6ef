// Loaded before everything else: the clock of this process is wrong by SKEW_MS.
const ahead = Number(process.env.SKEW_MS)

globalThis.Date = new Proxy(Date, {
  construct: (real, args, made) => Reflect.construct(real, args.length === 0 ? [real.now() + ahead] : args, made),
  get: (real, name) => (name === 'now' ? () => real.now() + ahead : Reflect.get(real, name)),
})
