import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { OfflineShell } from "@/app/components/shell/offline-shell";
import { SiteHeader } from "@/app/components/shell/site-header";
import { THEME_SCRIPT } from "@/app/components/shell/theme-script";
import { readCourse } from "@/lib/course/read-course.server";
import "./globals.css";
import "./code.css";

// Asked for by `npm run dev` alone, so that no page of a build brings it.
const ContentWatch =
  process.env.NODE_ENV === "development"
    ? (await import("@/app/components/shell/content-watch")).ContentWatch
    : null;

export async function generateMetadata(): Promise<Metadata> {
  const { course } = await readCourse();
  return {
    title: { default: course.title, template: `%s · ${course.title}` },
    description: course.description,
  };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const { course } = await readCourse();
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        {/* Before the first paint, so that a chosen theme never flashes; its hash is in the page's policy. */}
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      </head>
      <body>
        <SiteHeader courseTitle={course.title} />
        {children}
        <OfflineShell />
        {ContentWatch !== null && <ContentWatch />}
      </body>
    </html>
  );
}
