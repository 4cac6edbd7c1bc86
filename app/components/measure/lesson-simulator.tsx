import { lessonComponents } from "@/lib/course/lesson-components";
import { SimulatorPlace } from "./simulator-place";

/** A simulator as it stands in a lesson: its attributes with what they leave out filled in. */
export const LessonSimulator = (given: unknown) => (
  <SimulatorPlace scenario={lessonComponents.Simulator.parse(given)} />
);
