/** The newsroom's word list. What was taken off stays as a row: who did it, and when. */
export const words = {
  n: 4,
  name: 'words',
  sql: `
    create table word (
      language text not null,
      word text not null,
      listed integer not null,
      person text not null references person (id),
      at text not null,
      primary key (language, word)
    ) strict, without rowid;
  `,
} as const;
