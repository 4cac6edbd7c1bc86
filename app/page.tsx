export default function CoursePage() {
  return <h1>Lento</h1>;
}
