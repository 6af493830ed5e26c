/** One seed, from the first step to the last look. */
import { oneStep, heal } from './happen.ts';
import { checkAlways, checkHealed } from './invariants.ts';
import type { Template } from './template.ts';
import { openWorld, type Plant } from './world.ts';

export interface Simulated {
  readonly seed: number;
  /** Two runs of a seed are the same when these are. */
  readonly hash: string;
  /** How every promise was broken; empty when none was. */
  readonly troubles: readonly string[];
  readonly trace: readonly string[];
  readonly sightings: ReadonlyMap<string, number>;
}

export const STEPS = 250;
/** A look at the whole store costs; each so many steps is enough to say where it went wrong. */
const LOOK_EVERY = 10;

export async function simulate(
  template: Template,
  seed: number,
  plant: Plant = {},
  steps = STEPS,
): Promise<Simulated> {
  const world = await openWorld(template, seed, plant);
  const { trace, troubles, sightings } = world;
  try {
    for (let step = 1; step <= steps && troubles.length === 0; step += 1) {
      await oneStep(world);
      await plant.afterStep?.(world, step);
      if (step % LOOK_EVERY === 0) await checkAlways(world);
    }
    if (troubles.length === 0) await heal(world);
    await plant.atTheEnd?.(world);
    if (troubles.length === 0) {
      await checkAlways(world);
      await checkHealed(world);
    }
  } catch (error) {
    world.trouble(error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    await world.close();
  }
  return { seed, hash: trace.hash(), troubles, trace: trace.lines, sightings };
}
