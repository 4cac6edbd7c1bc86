import { defineConfig } from "oxlint";

/**
 * The layer table of the house: a folder of `lib` may import itself, `run`, and the folders named here.
 * "name.plain" stands for a folder's files without a suffix that says where they run.
 */
const schemas = ["run", "course", "quiz"];
const pure = [...schemas, "measure", "simulate", "grading"];
const layers: Record<string, string[]> = {
  "lib/run/**": ["run"],
  "lib/{course,quiz}/*.ts": schemas,
  "lib/{measure,simulate}/**": [...schemas, "measure", "simulate"],
  "lib/grading/**": pure,
  "lib/machine/**": [...pure, "machine"],
  "lib/python/**": [...pure, "machine", "python"],
  "lib/javascript/**": [...pure, "machine", "javascript"],
  "lib/linux/**": [...pure, "machine", "linux"],
  "lib/outbox/**": [...pure, "outbox"],
};

const serverLayers: Record<string, string[]> = {
  "lib/storage/**": [...pure, "storage"],
  "lib/{course,quiz}/*.server{,.test}.{ts,tsx}": [...pure, "storage"],
  "lib/learner/**": [...pure, "storage", "learner"],
  "lib/verify/**": [...pure, "verify", "javascript"],
  "lib/operating/**": [...pure, "storage", "learner", "verify", "operating"],
};

const outside = (allowed: string[]) => ({
  group: ["@/app/**", "@/lib/*/*", ...allowed.map((folder) => `!@/lib/${folder}/*`)],
  message: "This folder may not import that one: see the layer table in the README.",
});
const serverFiles = {
  group: ["**/*.server"],
  message: "Server files are imported by server code only.",
};
const buildFiles = { group: ["**/*.build"], message: "Build files are imported by builds only." };

type Pattern = { group: string[]; message: string };
const restrict = (files: string[], patterns: Pattern[]) => ({
  files,
  rules: { "no-restricted-imports": ["error", { patterns }] as ["error", object] },
});

export default defineConfig({
  plugins: ["typescript", "unicorn", "oxc", "import", "react", "jsx-a11y", "nextjs", "promise", "vitest"],
  categories: { correctness: "error", suspicious: "error", perf: "error" },
  // Guest files are expressions for another engine.
  ignorePatterns: [
    "**/*.guest.js",
    "public/**",
    ".next*/**",
    "next-env.d.ts",
    "content/**",
    "playwright/content/**",
    // Programs as learners write them.
    "playwright/programs-javascript/**",
  ],
  options: { typeAware: true },
  rules: {
    "import/no-cycle": "error",
    "import/no-default-export": "error",
    "import/no-unassigned-import": ["error", { allow: ["server-only", "**/*.css", "monaco-editor/**"] }],
    "typescript/no-explicit-any": "error",
    "typescript/no-non-null-assertion": "error",
    "typescript/no-floating-promises": "error",
    "typescript/no-misused-promises": "error",
    "typescript/switch-exhaustiveness-check": "error",
    "typescript/consistent-type-imports": "error",
    "typescript/no-unsafe-type-assertion": "error",
    "no-console": "error",
    eqeqeq: "error",
    "max-lines": ["error", { max: 300 }],
    "react/react-in-jsx-scope": "off",
    "react/no-array-index-key": "off",
    "react/no-unstable-nested-components": "off",
    "react/set-state-in-effect": "off",
    // "module" is this project's word for a part of a course; "use" names a callback.
    "nextjs/no-assign-module-variable": "off",
    // Roles and names are contracts; long code and output must scroll by keyboard; a click on code opens its editor.
    "jsx-a11y/prefer-tag-over-role": "off",
    "jsx-a11y/no-noninteractive-element-interactions": "off",
    "jsx-a11y/no-noninteractive-tabindex": "off",
    "jsx-a11y/click-events-have-key-events": "off",
    "react/jsx-no-target-blank": "error",
    "react/rules-of-hooks": "error",
    "react/exhaustive-deps": "error",
    "react-perf/jsx-no-new-function-as-prop": "off",
    "no-await-in-loop": "off",
    "typescript/unbound-method": "off",
    "oxc/no-map-spread": "off",
    "unicorn/require-post-message-target-origin": "off",
    "unicorn/consistent-function-scoping": "off",
    "no-shadow": "off",
    "no-underscore-dangle": ["error", { allow: ["_default", "_getScriptText"] }],
    "import/no-named-as-default-member": "off",
    "vitest/require-mock-type-parameters": "off",
  },
  overrides: [
    ...Object.entries(layers).map(([files, allowed]) =>
      restrict([files], [outside(allowed), serverFiles, buildFiles]),
    ),
    ...Object.entries(serverLayers).map(([files, allowed]) =>
      restrict([files], [outside(allowed), buildFiles]),
    ),
    restrict(["app/**"], [buildFiles]),
    { files: ["lib/**/*.build.ts"], rules: { "no-restricted-imports": "off", "no-console": "off" } },
    {
      files: [
        "app/**/{page,layout,error,global-error,not-found,loading}.tsx",
        "*.config.ts",
        "next.config.js",
      ],
      rules: { "import/no-default-export": "off" },
    },
    { files: ["playwright/**"], rules: { "react/rules-of-hooks": "off" } },
    { files: ["start.mjs", "lib/machine/*.frame.ts"], rules: { "no-console": "off" } },
  ],
});
