import { type ContentProblem, explainProblem } from './contentError.ts'

const MOST_REMEMBERED = 1000
const reported = new Set<string>()

/** Logs a problem in content once, with what readers see meanwhile: a broken document in a list is met on every page. */
export const reportContent = (problem: ContentProblem, consequence: string): void => {
  const line = `${explainProblem(problem)} ${consequence}`
  if (reported.has(line)) return
  if (reported.size >= MOST_REMEMBERED) reported.clear()
  reported.add(line)
  console.warn(line)
}
