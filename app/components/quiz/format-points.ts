/** Points come in hundredths: 4, 4.5, 4.67. */
export const formatPoints = (points: number) => points.toLocaleString("en", { maximumFractionDigits: 2 });
