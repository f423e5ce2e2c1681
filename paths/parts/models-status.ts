/** The output of `models status --probe --json`. */
import { z } from 'zod';
import {
  type Check,
  type Health,
  type ProbeResult,
  type Status,
  type UnusableProfile,
  unusableProfileSchema,
} from '../../observation/status.ts';
import { healthOf, profileWordSchema, providerWordSchema } from './health-words.ts';
import { lastJson } from './last-json.ts';

const probeSchema = z.object({
  auth: z.object({
    probes: z
      .object({
        results: z.array(
          z.object({
            profileId: z.string().nullish(),
            source: z.string().nullish(),
            status: z.string(),
            reasonCode: z.string().nullish(),
          }),
        ),
      })
      .nullish(),
  }),
});

const statusOutputSchema = z.object({
  auth: z.object({
    missingProvidersInUse: z.array(z.string()),
    /** From 2026.8.1 on. */
    modelRouteIssues: z.array(z.object({ provider: z.string() })).optional(),
  }),
});

/** From 2026.7.1-2 on. */
const runtimesSchema = z.object({
  auth: z.object({ runtimeAuthRoutes: z.array(z.object({ status: z.string() })).optional() }),
});

const healthOutputSchema = z.object({
  auth: z.object({
    oauth: z.object({ profiles: z.array(profileWordSchema), providers: z.array(providerWordSchema) }),
  }),
});

const unusableOutputSchema = z.object({
  auth: z.object({ unusableProfiles: z.array(unusableProfileSchema) }),
});

/** The probe's results, or null where its output cannot be read. */
export function probeResults(stdout: string): ProbeResult[] | null {
  const parsed = probeSchema.safeParse(lastJson(stdout));
  if (!parsed.success) return null;
  return (parsed.data.auth.probes?.results ?? []).map((result) => ({
    profileId: result.profileId ?? null,
    source: result.source ?? 'unknown',
    status: result.status,
    reason: result.reasonCode ?? null,
  }));
}

/** The report of the same output on a provider's credentials; null if it cannot be read. */
export function statusOf(stdout: string, provider: string): Status | null {
  const parsed = statusOutputSchema.safeParse(lastJson(stdout));
  if (!parsed.success) return null;
  const { missingProvidersInUse, modelRouteIssues = [] } = parsed.data.auth;
  if (missingProvidersInUse.includes(provider)) return 'missing';
  return modelRouteIssues.some((issue) => issue.provider === provider) ? 'unclear' : 'present';
}

const CHECKS: Readonly<Record<number, Check>> = { 0: 'good', 1: 'bad', 2: 'expiring' };

/**
 * The verdict of `--check`, by its exit code (openclaw@2026.9.6:docs/cli/models.md, Status); null for any other code, and for one that
 * the runtime of a route may have caused.
 */
export function checkOf(stdout: string, exitCode: number): Check | null {
  const runtimes = runtimesSchema.safeParse(lastJson(stdout)).data?.auth.runtimeAuthRoutes ?? [];
  const isOfRuntime = runtimes.some(({ status }) => status === 'unavailable');
  return isOfRuntime ? null : (CHECKS[exitCode] ?? null);
}

/** The profiles that the same output calls unusable for now (openclaw@2026.9.6:docs/cli/models.md, `auth.unusableProfiles`). */
export function unusableIn(stdout: string): UnusableProfile[] {
  const parsed = unusableOutputSchema.safeParse(lastJson(stdout));
  return parsed.success ? parsed.data.auth.unusableProfiles : [];
}

/** Its words for stored profiles (openclaw@2026.9.6:docs/cli/models.md, `auth.oauth`); null if they cannot be read. */
export function healthIn(stdout: string, provider: string): Health | null {
  const parsed = healthOutputSchema.safeParse(lastJson(stdout));
  if (!parsed.success) return null;
  const { profiles, providers } = parsed.data.auth.oauth;
  return healthOf(profiles, providers, provider);
}
