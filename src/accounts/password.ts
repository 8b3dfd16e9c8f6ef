/** Loaded when the first password comes: most processes never see one. */
const argon2 = () => import('@node-rs/argon2')

/**
 * argon2id (the library's own default) with 19 MiB, two passes, one lane.
 * Source: OWASP Password Storage Cheat Sheet, "Argon2id", its first recommendation.
 */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The hash to keep, with its salt and parameters, in PHC form. */
export async function hashPassword(password: string): Promise<string> {
  const { hash } = await argon2()
  return hash(composed(password), parameters)
}

/**
 * Whether this is the password. Without a hash it takes as long, so that nobody learns from the time which accounts there
 * are, and the answer is no.
 */
export async function isPassword(known: string | null, given: string): Promise<boolean> {
  const { verify } = await argon2()
  const isRight = await verify(known ?? nobodys, composed(given))
  return known !== null && isRight
}

/** The hash, with our parameters, of 256 random bits that nobody kept. */
const nobodys = '$argon2id$v=19$m=19456,t=2,p=1$IXCvQDoVQx9U3GQFrVzbBQ$zJmrw2JJUACS5w4shgFBQ2sOf3nHi85QdXtLytNuQOU'

/** The same characters may be typed in several ways. Source: NIST SP 800-63B-4, 3.1.1.2: normalise by NFKC. */
function composed(password: string): string {
  return password.normalize('NFKC')
}
