import { readFileSync } from 'node:fs'
import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'

/** A source that cannot be printed; the message names file, line and field. */
export class SourceError extends Error {
  override name = 'SourceError'
}

type FieldPath = readonly PropertyKey[]

/** One YAML source: its parsed content, and a way to say where in it something is wrong. */
export interface SourceFile<Content> {
  file: string
  slug: string
  content: Content
  errorAt: (path: FieldPath, message: string) => SourceError
}

interface YamlFile {
  content: unknown
  lineOf: (path: FieldPath) => number
}

/** Reads and checks one YAML file. Throws SourceError naming every wrong field. */
export function readSourceFile<Shape extends z.ZodType>(
  root: string,
  file: string,
  shape: Shape,
): SourceFile<z.infer<Shape>> {
  const yaml = readYaml(root, file)
  const errorAt = (path: FieldPath, message: string) =>
    new SourceError(`${file}:${yaml.lineOf(path)} ${fieldName(path)}: ${message}`)
  const parsed = shape.safeParse(yaml.content)
  if (!parsed.success) {
    throw new SourceError(
      parsed.error.issues.map((issue) => errorAt(issue.path, issue.message).message).join('\n'),
    )
  }
  return { file, slug: slugOf(file), content: parsed.data, errorAt }
}

function readYaml(root: string, file: string): YamlFile {
  const lines = new LineCounter()
  const document = parseDocument(readFileSync(`${root}/${file}`, 'utf8'), { lineCounter: lines })
  const broken = document.errors[0]
  if (broken)
    throw new SourceError(`${file}:${lines.linePos(broken.pos[0]).line} ${broken.message.split('\n')[0]}`)
  return { content: document.toJS(), lineOf: (path) => lines.linePos(offsetOf(document, path)).line }
}

/** Where the field begins, or, when it is missing, the nearest thing around it. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: FieldPath): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true)
    if (node && typeof node === 'object' && 'range' in node && Array.isArray(node.range))
      return Number(node.range[0])
  }
  return 0
}

const fieldName = (path: FieldPath) => path.map(String).join('.') || 'file'
const slugOf = (file: string) => file.replace(/^.*\//, '').replace(/\.ya?ml$/, '')
