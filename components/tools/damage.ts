import { ProgramError, type Damage } from '../../src/engine/machine.ts';

/** A ProgramError as it crosses from a Worker, which keeps no class. */
export const damageOf = ({ code, message, line, column, args }: ProgramError): Damage => ({ code, message, line, column, args });

export const errorOf = (damage: Damage): ProgramError => new ProgramError(damage.code, damage.message, damage, damage.args);
