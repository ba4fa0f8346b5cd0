import type { RecordedGenealogy } from '../objects/object-store.ts'
import { takeTasks } from '../objects/pack/forest-tasks.ts'
import { GenealogyWalk, genealogyJob, type NotedGenealogy } from '../objects/pack/genealogy-walk.ts'
import type { DirectObjects } from '../objects/pack/open-direct-objects.ts'
import { createTimeSlice } from '../objects/time-slice.ts'
import type { Team } from '../types.ts'

/** Fewer are done before another thread has begun: half a megabyte each. */
const FEW_TASKS = 8

/** What commits and trees say of one another, where no scan has come by all of them: they are read for this alone, by this thread and the team's. */
export async function recordGenealogy(
  { built, idOf, letPacksGo }: DirectObjects,
  team: Team | undefined,
): Promise<RecordedGenealogy> {
  const job = genealogyJob(built)
  const { tasks } = job
  const others = tasks.starts.length > FEW_TASKS ? (team?.run(job) ?? []) : []
  // Whatever becomes of this thread, theirs are waited for elsewhere.
  for (const other of others) other.catch(() => undefined)
  const walk = new GenealogyWalk(job)
  const slice = createTimeSlice()
  for (const task of takeTasks(tasks)) {
    for (const _ of walk.run(task)) if (slice.isOver()) await slice.pause()
  }
  const all = [walk.noted(), ...((await Promise.all(others)) as NotedGenealogy[])]
  await team?.close()
  // What is made of it takes as much memory again.
  letPacksGo()
  return { records: all.map(({ record }) => record), failed: all.flatMap(({ failed }) => failed).map(idOf) }
}
