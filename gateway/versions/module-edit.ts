/** One statement of one module, edited while a warm process loads it. */
export interface ModuleEdit {
  /** Names it where a build lacks the statement. */
  readonly gain: string;
  /** Found in the address of the module. */
  readonly module: RegExp;
  readonly statement: RegExp;
  /** The text in its place, as `String.replace` takes it. */
  readonly replacement: string;
}
