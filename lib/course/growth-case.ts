import type { GrowthCase } from "@/lib/run/check-plan";
import type { GrowthCriterion } from "./growth-criterion";
import { makeArguments } from "./make-arguments";

type Asked = Readonly<Pick<GrowthCriterion, "call">> & {
  readonly sizes: readonly number[];
  readonly arguments: Parameters<typeof makeArguments>[0];
};

/** What a process is asked for so that the growth of a call's work can be judged. */
export const growthCase = ({ call, sizes, arguments: recipes }: Asked, starter: string): GrowthCase => ({
  call,
  runs: sizes.map((size) => ({ size, arguments: makeArguments(recipes, size) })),
  starter,
});
