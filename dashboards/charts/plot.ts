/** What our pictures use of Plot, fetched apart from the pages: figures do not wait for it. */
export {
  areaY,
  barX,
  cell,
  dot,
  line,
  plot,
  pointerX,
  ruleX,
  ruleY,
  text,
  tickX,
  tip,
} from "@observablehq/plot";
