import type { Fault } from '../../core/errors.ts'
import { checkEmbed, checkRelatedLinks, embedFields, relatedLinksFields } from './blocks/link-blocks.ts'
import { checkGallery, checkImage, checkVideo, galleryFields, imageFields, videoFields } from './blocks/media-blocks.ts'
import { checkTextBlock, textBlockFields } from './blocks/text-block.ts'
import {
  checkDivider,
  checkKeyPoints,
  checkPullquote,
  checkTable,
  dividerFields,
  keyPointsFields,
  pullquoteFields,
  tableFields,
} from './blocks/word-blocks.ts'
import { Checking, showValue } from './faults.ts'
import { type Fields, openFields } from './fields.ts'
import { fillKeys, isObject } from './keys.ts'
import { type Block, type BlockType, type Body, blockTypeNames } from './types.ts'

const maxBlocks = 2_000
const maxTextLength = 1_000_000
const maxSpanCount = 10_000

type BlockRule = { fields: readonly string[]; check: (fields: Fields, key: string) => Block }

const rules: Record<BlockType, BlockRule> = {
  block: { fields: textBlockFields, check: checkTextBlock },
  image: { fields: imageFields, check: checkImage },
  gallery: { fields: galleryFields, check: checkGallery },
  video: { fields: videoFields, check: checkVideo },
  embed: { fields: embedFields, check: checkEmbed },
  pullquote: { fields: pullquoteFields, check: checkPullquote },
  relatedLinks: { fields: relatedLinksFields, check: checkRelatedLinks },
  table: { fields: tableFields, check: checkTable },
  keyPoints: { fields: keyPointsFields, check: checkKeyPoints },
  divider: { fields: dividerFields, check: checkDivider },
}

/**
 * Reads a body that came from outside (parsed JSON) and gives it as a revision keeps it, or all its faults, at most
 * 50. It never throws. It fills in missing keys and defaults (style `normal`, level 1, one heading
 * row), drops optional fields that are null, writes UUIDs in lower case, and changes nothing else.
 * Limits: 2,000 blocks, 1,000,000 characters, 10,000 spans; 100,000 characters and 10 marks a span, 500 spans a block.
 */
export function checkBody(input: unknown): { body: Body } | { faults: Fault[] } {
  const checking = new Checking()
  const body = checkBlocks(input, checking)
  refuseTooLarge(checking)
  return checking.faults.length > 0 ? { faults: checking.faults } : { body }
}

function checkBlocks(input: unknown, checking: Checking): Body {
  if (!Array.isArray(input)) {
    checking.refuse('body', `is ${showValue(input)}; send a list of Portable Text blocks`)
    return []
  }
  if (input.length > maxBlocks) {
    checking.refuse('body', `has ${input.length} blocks; shorten it to ${maxBlocks}`)
    return []
  }
  const keys = fillKeys(input, 'b', 'body', checking)
  return input.flatMap((item, index) =>
    checking.isFull ? [] : checkBlock(item, `body[${index}]`, keys[index] ?? '', checking),
  )
}

function checkBlock(item: unknown, path: string, key: string, checking: Checking): Block | [] {
  if (!isObject(item)) {
    checking.refuse(path, `is ${showValue(item)}; send a block, an object with a _type`)
    return []
  }
  const rule = ruleFor(item._type)
  if (!rule) {
    const types = Object.keys(blockTypeNames).join(', ')
    checking.refuse(`${path}._type`, `_type is ${showValue(item._type)}; use one of ${types}`)
    return []
  }
  const fields = openFields(item, path, rule.fields, checking)
  return fields ? rule.check(fields, key) : []
}

function ruleFor(type: unknown): BlockRule | undefined {
  return typeof type === 'string' && Object.hasOwn(rules, type) ? rules[type as BlockType] : undefined
}

function refuseTooLarge(checking: Checking): void {
  const { textLength, spanCount } = checking
  if (textLength > maxTextLength) {
    checking.refuse('body', `has ${textLength} characters of text; shorten it to ${maxTextLength}`)
  }
  if (spanCount > maxSpanCount) checking.refuse('body', `has ${spanCount} spans; join them to at most ${maxSpanCount}`)
}
