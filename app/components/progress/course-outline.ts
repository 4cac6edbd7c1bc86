/** The course as its progress is shown: plain data, made by the server. */
export type CourseOutline = readonly {
  readonly slug: string;
  readonly number: string;
  readonly title: string;
  readonly lessons: readonly {
    /** `<module>/<lesson>` */
    readonly name: string;
    readonly number: string;
    readonly title: string;
    readonly exercises: readonly { readonly id: string; readonly title: string }[];
  }[];
  readonly hasQuiz: boolean;
}[];
