/** What a person is told about a file: a done thing for a moment, a problem until it is read. */
export interface FileNews {
  readonly tone: 'good' | 'warn' | 'bad' | 'note';
  readonly text: string;
}
