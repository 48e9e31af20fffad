import { existsSync, readdirSync } from 'node:fs'
import type { z } from 'zod'
import { pictureSource } from '../pictures/pictureSource.ts'
import { articleSource } from './articleSource.ts'
import * as shapes from './referenceSources.ts'
import { readSourceFile, SourceError, type SourceFile } from './sourceFile.ts'

/** Everything the editors of the demonstration newsroom have written, by kind. */
export type NewsroomSources = ReturnType<typeof readNewsroomSources>

/** Reads all sources below `root`. Throws one SourceError with a line for everything that is wrong. */
export function readNewsroomSources(root: string) {
  const problems: string[] = []
  const read = <Shape extends z.ZodType>(file: string, shape: Shape): SourceFile<z.infer<Shape>>[] => {
    try {
      return [readSourceFile(root, file, shape)]
    } catch (error) {
      if (!(error instanceof SourceError)) throw error
      problems.push(error.message)
      return []
    }
  }
  const readFolder = <Shape extends z.ZodType>(folder: string, shape: Shape) =>
    yamlFilesOf(`${root}/${folder}`).flatMap((name) => read(`${folder}/${name}`, shape))

  const sources = {
    articles: readFolder('articles', articleSource),
    countries: readFolder('countries', shapes.countrySource),
    relations: readFolder('relations', shapes.relationSource),
    stories: readFolder('stories', shapes.storySource),
    pages: readFolder('pages', shapes.pageSource),
    pictures: readFolder('pictures', pictureSource),
    categories: read('categories.yaml', shapes.categorySources),
    topics: read('topics.yaml', shapes.topicSources),
    authors: read('authors.yaml', shapes.authorSources),
    sources: readFolder('sources', shapes.sourceSources),
    front: read('front.yaml', shapes.frontSource),
    siteSettings: read('siteSettings.yaml', shapes.siteSettingsSource),
  }
  if (problems.length > 0) throw new SourceError(problems.join('\n'))
  return sources
}

const yamlFilesOf = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.yaml'))
        .sort()
    : []
