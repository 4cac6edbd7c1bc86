import type { Course } from "./course";

/** Every lesson in the course's order, named `<module>/<lesson>` as in its address. */
export const lessonNames = ({ modules }: Course) =>
  modules.flatMap(({ slug, lessons }) =>
    lessons.map((lesson) => ({ name: `${slug}/${lesson.slug}`, title: lesson.title })),
  );
