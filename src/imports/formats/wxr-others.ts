import type { Found, Place } from '../item.ts'

/** Kinds that are told of by name: WordPress has some twenty of its own, and plugins add theirs. */
const mostKinds = 100

/** Those of WordPress itself, which are never stories. Source: create_initial_post_types in wp-includes/post.php. */
const ofWordPress = new Set([
  ...['revision', 'nav_menu_item', 'custom_css', 'customize_changeset', 'oembed_cache', 'user_request'],
  ...['wp_block', 'wp_template', 'wp_template_part', 'wp_global_styles', 'wp_navigation', 'wp_font_family'],
  ...['wp_font_face', 'others'],
])

/** Posts that are no stories, such as menus, old versions and styles: told of once for each kind, at the end of the file. */
export class OtherPosts {
  readonly #kinds = new Map<string, { count: number; place: Place }>()

  add(type: string, place: Place): void {
    const kind = this.#kinds.has(type) || this.#kinds.size < mostKinds ? type : 'others'
    const known = this.#kinds.get(kind)
    this.#kinds.set(kind, { count: (known?.count ?? 0) + 1, place: known?.place ?? place })
  }

  all(): Found[] {
    return [...this.#kinds].map(([kind, { count, place }]) => {
      const reason = count === 1 ? 'one post of this type is no story' : `${count} posts of this type are no stories`
      const way = ofWordPress.has(kind) ? '' : `; where they are, write post for ${kind} in each <wp:post_type>`
      return { skipped: { place, kind, reason: `${reason}; left out${way}` } }
    })
  }
}
