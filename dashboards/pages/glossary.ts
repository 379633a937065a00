import type { PageContext, PageView } from "../components/context.ts";
import { emptyPage } from "../components/page.ts";

export async function render(context: PageContext): Promise<PageView> {
  return { draw: () => emptyPage(context) };
}
