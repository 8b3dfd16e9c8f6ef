import { buildSchema, isEnumType } from 'graphql'

/** Enums of the database whose words differ from those of the contract. Their REST words are compared field by field. */
export function enumFaults(prismaSchema: string, sdl: string): string[] {
  const schema = buildSchema(sdl)
  return [...prismaSchema.matchAll(/^enum (\w+) \{([^}]*)\}/gm)].flatMap(([, name = '', body = '']) => {
    const words = body
      .replace(/\/\/.*$/gm, '')
      .trim()
      .split(/\s+/)
    const type = schema.getType(name)
    if (!isEnumType(type)) return [`enum ${name} of prisma/schema.prisma is not in schema.graphql`]
    const shown = type.getValues().map((value) => value.name)
    const differing = [
      ...words.filter((word) => !shown.includes(word)),
      ...shown.filter((word) => !words.includes(word)),
    ]
    return differing.length > 0
      ? [`enum ${name}: ${differing.join(', ')} is only in one of prisma/schema.prisma and schema.graphql`]
      : []
  })
}

/** Types and fields of the contract that say nothing of what they are. */
export function descriptionFaults(sdl: string): string[] {
  const types = Object.values(buildSchema(sdl).getTypeMap()).filter((type) => type.astNode)
  return types.flatMap((type) => {
    const fields: { name: string; description?: string | null | undefined }[] =
      'getFields' in type ? Object.values(type.getFields()) : []
    const lacking = [
      ...(type.description ? [] : [type.name]),
      ...fields.filter((field) => !field.description).map((field) => `${type.name}.${field.name}`),
    ]
    return lacking.map((name) => `schema.graphql: ${name} has no description`)
  })
}
