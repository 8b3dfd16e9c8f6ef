/**
 * The SQLSTATE of an error, whoever reports it: Prisma for its own statements and for raw ones, or the driver itself.
 * Undefined for errors that PostgreSQL did not make.
 */
export function sqlStateOf(error: Error): string | undefined {
  const { originalCode } = adapterCauseOf(error)
  return typeof originalCode === 'string' ? originalCode : nativeStateOf(error)
}

/** What the driver adapter of Prisma says of an error. */
export interface AdapterCause {
  kind?: unknown
  originalCode?: unknown
  table?: unknown
  constraint?: { index?: unknown; fields?: unknown }
}

/** Prisma 7 wraps the adapter's error in `meta.driverAdapterError`; outside a query it arrives bare. Its `cause` has the SQLSTATE. */
export function adapterCauseOf(error: Error): AdapterCause {
  const { meta } = error as { meta?: { driverAdapterError?: { cause?: unknown } } }
  const cause = meta?.driverAdapterError
    ? meta.driverAdapterError.cause
    : error.name === 'DriverAdapterError' && error.cause
  return typeof cause === 'object' && cause !== null ? cause : {}
}

/** An error of the PostgreSQL driver itself, for reads that go past Prisma. */
function nativeStateOf(error: Error): string | undefined {
  const { code } = error as { code?: unknown }
  return 'severity' in error && typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined
}
