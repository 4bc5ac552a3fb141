import { ProgramError } from '../../src/engine/machine.ts';

/** What is wrong with a text, as it crosses from a Worker: a ProgramError without its class. */
export interface Damage { readonly code: string; readonly message: string; readonly line: number; readonly column: number; readonly args: Readonly<Record<string, string | number>> }

export const damageOf = ({ code, message, line, column, args }: ProgramError): Damage => ({ code, message, line, column, args });

export const errorOf = (damage: Damage): ProgramError => new ProgramError(damage.code, damage.message, damage, damage.args);
