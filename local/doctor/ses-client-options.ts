// How the readings reach SES.
import type { Config } from '../../functions/config.ts';

/** For the clients of both of SES's APIs. Reading a value throws the AppError of the configuration. */
export function sesClientOptions(config: Config) {
  return {
    region: config.sesRegion,
    credentials: { accessKeyId: config.sesAccessKeyId, secretAccessKey: config.sesSecretAccessKey },
    ...(config.sesEndpoint === undefined ? {} : { endpoint: config.sesEndpoint }),
    // These only read, so a second try does no harm.
    maxAttempts: 2,
    requestHandler: {
      connectionTimeout: 3000,
      requestTimeout: 10_000,
      throwOnRequestTimeout: true,
      socketTimeout: 10_000,
    },
  };
}
