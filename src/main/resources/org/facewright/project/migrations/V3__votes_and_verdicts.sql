-- Who votes on images: a clustering policy, attributes, a language model. People's words are
-- decisions, not votes. belief is what is thought of it before anything was reviewed.
create table expert (
  name varchar(160) primary key,
  family varchar(160) not null,
  belief double precision not null,
  version varchar(512) not null,
  simulated boolean not null default false,
  run_id bigint references stage_run (id)
);
create table vote (
  image_id bigint not null references image (id),
  expert varchar(160) not null references expert (name),
  level varchar(16) not null,
  confidence real,
  reason varchar(512) not null,
  run_id bigint references stage_run (id),
  primary key (image_id, expert)
);
create index vote_by_expert on vote (expert);

-- What all votes together come to, and whether a person is to look.
create table weighing (
  image_id bigint primary key references image (id),
  bad double precision not null,
  ruling varchar(16) not null,
  run_id bigint references stage_run (id)
);
create index weighing_by_ruling on weighing (ruling);

-- One question to a language model. The ledger in runs/verdicts is the durable account; this is the
-- same in a form that can be asked. Sheet, prompt and reply are SHA-256 of what is kept there.
create table verdict_call (
  attempt varchar(64) primary key,
  run varchar(128) not null,
  asked timestamp(3) with time zone not null,
  identity varchar(512) not null,
  faces int not null,
  model varchar(160) not null,
  simulated boolean not null,
  recipient varchar(512) not null,
  sheet varchar(64) not null,
  prompt varchar(64) not null,
  batch varchar(64),
  outcome varchar(16) not null,
  reply varchar(64),
  served_by varchar(160),
  input_tokens bigint not null default 0,
  cached_tokens bigint not null default 0,
  output_tokens bigint not null default 0,
  cost_nano bigint not null default 0,
  latency_millis bigint not null default 0,
  problem varchar(1024)
);
create index verdict_call_by_run on verdict_call (run, asked);
