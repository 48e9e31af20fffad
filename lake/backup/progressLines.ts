/** Turns shares into a line for every tenth, so that long work is seen and short work is quiet. */
export function progressLines(print: (line: string) => void): (what: string, share: number) => void {
  const told = new Map<string, number>()
  return (what, share) => {
    const tenth = Math.floor(share * 10)
    const before = told.get(what) ?? 0
    told.set(what, tenth)
    if (tenth > before) print(`${what}: ${tenth * 10} %`)
  }
}
