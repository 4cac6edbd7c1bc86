import { bears } from "@/lib/operating/bearer.server";
import { metrics } from "@/lib/operating/metrics.server";
import { settings } from "@/lib/storage/settings.server";
import { refuse } from "@/app/api/refuse";

export const dynamic = "force-dynamic";

/** What this process counts of itself, as Prometheus reads it; to whoever does not know METRICS_TOKEN there is nothing here. */
export async function GET(request: Request): Promise<Response> {
  const { metricsToken } = settings();
  if (metricsToken === null || !bears(request, metricsToken))
    return refuse(404, "There is nothing at this address.");
  const { registry } = metrics();
  return new Response(await registry.metrics(), {
    headers: { "content-type": registry.contentType, "cache-control": "no-store" },
  });
}
