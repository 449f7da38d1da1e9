// What the owner of the pretended account set up: identities, and what the key may do.
import type { BehaviorOnMXFailure, CustomMailFromStatus, VerificationStatus } from '@aws-sdk/client-ses';
import type { SuppressionListReason } from '@aws-sdk/client-sesv2';

export type SesIdentity = {
  verification: VerificationStatus;
  /** Absent: Easy DKIM was never begun. */
  dkim?: { enabled: boolean; status: VerificationStatus };
  /** Absent: mails return to amazonses.com. */
  mailFrom?: { domain: string; status: CustomMailFromStatus; onMxFailure: BehaviorOnMXFailure };
};

export type Settings = {
  /** By domain or address. */
  identities: Record<string, SesIdentity>;
  /** Why an address comes onto the account's suppression list. */
  suppressedReasons: SuppressionListReason[];
  /** Undefined: SES does not tell it. */
  pricingPlan: string | undefined;
  /** Actions that the key's policy does not allow. */
  deniedActions: string[];
  /** Whether the key is none of the account's. */
  refusesKey: boolean;
};

export type AccountSettings = {
  current(): Settings;
  /** Replaces the named settings whole. */
  change(changed: Partial<Settings>): void;
};

/** At first all is as it should be for the addresses of the local stack. */
export function accountSettings(): AccountSettings {
  let settings: Settings = {
    identities: {
      'mail.example.com': {
        verification: 'Success',
        dkim: { enabled: true, status: 'Success' },
        mailFrom: { domain: 'bounce.mail.example.com', status: 'Success', onMxFailure: 'UseDefaultValue' },
      },
    },
    suppressedReasons: ['BOUNCE', 'COMPLAINT'],
    pricingPlan: 'ESSENTIALS',
    deniedActions: [],
    refusesKey: false,
  };
  return {
    current: () => settings,
    change: (changed) => {
      settings = { ...settings, ...changed };
    },
  };
}
