import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'

export interface SourceFile {
  /** From the project's folder, with slashes: `lib/routes.ts`. */
  path: string
  text: string
}

export interface Import {
  /** A path of ours without its extension for comparison (`lib/routes`), or a package's name. */
  target: string
  isOurs: boolean
  isTypeOnly: boolean
}

/** Every TypeScript and JavaScript file under the given folders; a folder that is not there has none. */
export function readSources(root: string, folders: string[]): SourceFile[] {
  return folders
    .flatMap((folder) => listFiles(root, folder))
    .filter((path) => /\.(?:tsx?|jsx?|mjs)$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

const statements = /^\s*(?:import|export)\s+(?:(type)\s+)?([^'";]*?)\s*from\s+['"]([^'"]+)['"]/gm
const bare = /^\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm

/** What a file imports and re-exports, static or dynamic. */
export function listImports({ path, text }: SourceFile): Import[] {
  const named = [...text.matchAll(statements)].map(([, type, names = '', from = '']) =>
    toImport(path, from, type !== undefined || isAllTypes(names)),
  )
  const others = [...text.matchAll(bare)].map(([, first, second]) =>
    toImport(path, first ?? second ?? '', false),
  )
  return [...named, ...others]
}

function isAllTypes(names: string): boolean {
  const inside = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1]
  const list =
    inside
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean) ?? []
  return list.length > 0 && list.every((name) => name.startsWith('type '))
}

function toImport(path: string, from: string, isTypeOnly: boolean): Import {
  const isOurs = from.startsWith('.')
  const resolved = isOurs ? posix.join(posix.dirname(path), from) : from
  return { target: isOurs ? resolved.replace(/\.(?:tsx?|mjs|js)$/, '') : from, isOurs, isTypeOnly }
}

function listFiles(root: string, path: string): string[] {
  const found = statSync(join(root, path), { throwIfNoEntry: false })
  if (!found) return []
  if (!found.isDirectory()) return [path]
  return readdirSync(join(root, path)).flatMap((name) => listFiles(root, posix.join(path, name)))
}
