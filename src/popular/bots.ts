/**
 * Marks by which programs that read the web name themselves: crawlers, previews of links, checks of speed and uptime. Few and
 * plain, for who wants to hide says something else. "Cubot" makes telephones. Source: the marks common to the lists of crawlers of
 * IAB Tech Lab and COUNTER (https://github.com/atmire/COUNTER-Robots), shortened.
 */
const marks =
  /(?<!cu)bot|crawl|spider|slurp|scrap|headless|lighthouse|prerender|preview|uptime|pingdom|monitor|validator|feedfetcher|feedburner|facebookexternalhit|whatsapp|embedly|archiver|wget|httrack|phantom/i

/** Whether a reader calls itself a program. One that does not say what it is counts as one: every browser does. */
export function isBot(userAgent: string | null): boolean {
  return !userAgent?.trim() || marks.test(userAgent)
}
