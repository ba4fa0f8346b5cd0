import fc from 'fast-check'

/** What the gate says of a commit must not depend on chance. To explore: FC_SEED=12345 npm run test:unit */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_261_121) })
