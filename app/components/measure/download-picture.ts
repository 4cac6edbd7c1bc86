import { downloadFile } from "@/app/components/cell/download-file";

/** A picture twice as fine as the screen shows it still looks well on paper. */
const PNG_SCALE = 2;
const PAINT = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "opacity",
  "fill-opacity",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
];

/** The picture as a file of its own: what the page's style sheets paint stands in its elements. */
function standAlone(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new Error("A copy of a picture is no picture.");
  const [originals, copies] = [svg.querySelectorAll("*"), copy.querySelectorAll("*")];
  for (const [index, original] of originals.entries()) {
    const painted = getComputedStyle(original);
    const target = copies.item(index);
    for (const property of PAINT) target.setAttribute(property, painted.getPropertyValue(property));
    target.removeAttribute("class");
  }
  const { width, height } = svg.getBoundingClientRect();
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.setAttribute("style", `background: ${getComputedStyle(document.body).backgroundColor}`);
  return new XMLSerializer().serializeToString(copy);
}

const textBytes = (text: string) => new TextEncoder().encode(text);

export const downloadText = (name: string, text: string) => downloadFile(name, textBytes(text));

export const downloadSvg = (name: string, svg: SVGSVGElement) =>
  downloadFile(`${name}.svg`, textBytes(standAlone(svg)));

/** Rejects when the browser cannot paint the picture. */
export async function downloadPng(name: string, svg: SVGSVGElement) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standAlone(svg))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * PNG_SCALE;
  canvas.height = image.naturalHeight * PNG_SCALE;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("This browser paints no pictures.");
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob === null) throw new Error("This browser makes no PNG.");
  downloadFile(`${name}.png`, new Uint8Array(await blob.arrayBuffer()));
}
