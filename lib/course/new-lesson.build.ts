import { newLesson } from "./new-lesson.server";

/** `npm run new-lesson -- <module> <lesson> "<title>"` */
const [module, slug, title] = process.argv.slice(2);
const made =
  module === undefined || slug === undefined || title === undefined
    ? { problem: 'Say where and what: npm run new-lesson -- slow-code my-lesson "My lesson"' }
    : await newLesson({ module, slug, title });
if ("problem" in made) {
  console.error(made.problem);
  process.exitCode = 1;
} else console.log(`${made.file} is there. npm run dev shows it at ${made.address} while you write.`);
