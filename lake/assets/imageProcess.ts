import { setPriority } from 'node:os'
import sharp from 'sharp'
import { messageOf } from '../errorCode.ts'
import { serveTasks } from '../processes/serveTasks.ts'
import { describeImage } from './describeImage.ts'
import { failureOf } from './imageFailure.ts'
import { type ImageAnswer, type ImageTask, imageSetup, imageTask } from './imageTask.ts'
import { renderImage } from './renderImage.ts'
import { transformation } from './transformation.ts'

/**
 * The process that unpacks pictures: a hostile one that crashes a decoder, fills the memory or never ends
 * takes this process with it and not the lake.
 */

// One thread and no cache of its own: how many pictures are made at once is the lake's to decide.
sharp.concurrency(1)
sharp.cache(false)
// Only the decoders of the formats that the lake takes.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Tiff', 'Heif', 'Svg'].map((name) => `VipsForeignLoad${name}`),
})
lowerPriority()
serveTasks({ setup: imageSetup, task: imageTask }, () => carryOut)

async function carryOut(task: ImageTask): Promise<ImageAnswer> {
  try {
    if (task.kind === 'describe') return { description: await describeImage(task.path, task.parts) }
    const asked = transformation.parse(task.query)
    return { picture: new Uint8Array(await renderImage(task.path, { ...task, asked })) }
  } catch (error) {
    return { failure: failureOf(error), cause: messageOf(error) }
  }
}

/** Whoever reads and writes documents goes first; where the system does not allow it, nothing is lost. */
function lowerPriority(): void {
  try {
    setPriority(10)
  } catch {
    return
  }
}
