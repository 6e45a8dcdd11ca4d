-- Where items came from.
create table source (
  id bigint generated always as identity primary key,
  format varchar(32) not null,
  location varchar(4096) not null,
  settings varchar not null,
  name varchar(512) not null,
  position_next bigint not null default 0,
  complete boolean not null default false,
  code_version varchar(64) not null,
  created timestamp(3) with time zone not null,
  unique (format, location, settings)
);

-- A person, as the source labels one. imported_as is never changed; label is what people see.
create table identity (
  id bigint generated always as identity primary key,
  label varchar(512) not null unique,
  imported_as varchar(512) not null,
  source_id bigint references source (id),
  origin varchar(16) not null,
  created timestamp(3) with time zone not null
);
create index identity_by_import on identity (source_id, imported_as);
create index identity_by_name on identity (imported_as);

-- What one run of a stage was: settings, model, seed, version, outcome.
create table stage_run (
  id bigint generated always as identity primary key,
  stage varchar(32) not null,
  settings varchar not null,
  model varchar(128),
  model_hash varchar(64),
  seed bigint,
  parent_id bigint references stage_run (id),
  code_version varchar(64) not null,
  started timestamp(3) with time zone not null,
  finished timestamp(3) with time zone,
  summary varchar
);

create table image (
  id bigint generated always as identity primary key,
  identity_id bigint not null references identity (id),
  first_identity_id bigint not null references identity (id),
  name varchar(512) not null,
  source_id bigint references source (id),
  source_position bigint not null,
  hash binary(32) not null,
  pack int not null,
  pack_offset bigint not null,
  byte_count int not null,
  width int not null,
  height int not null,
  state varchar(16) not null,
  decided boolean not null default false,
  reason varchar(512),
  similarity real,
  run_id bigint references stage_run (id),
  unique (first_identity_id, name)
);
create index image_by_identity on image (identity_id, id);
create index image_by_source on image (source_id);
create index image_by_hash on image (hash);

-- Items of a source that could not be read, and images a stage could not use.
create table unreadable (
  id bigint generated always as identity primary key,
  source_id bigint not null references source (id),
  source_position bigint not null,
  place varchar(4096) not null,
  byte_offset bigint not null,
  reason varchar(1024) not null,
  unique (source_id, source_position)
);
create table duplicate (
  source_id bigint not null references source (id),
  source_position bigint not null,
  place varchar(4096) not null,
  image_id bigint not null references image (id),
  primary key (source_id, source_position)
);
create table image_failure (
  image_id bigint not null references image (id),
  stage varchar(64) not null,
  reason varchar(1024) not null,
  primary key (image_id, stage)
);

-- The aligned 112 x 112 face cut from a picture that was not aligned.
create table crop (
  image_id bigint primary key references image (id),
  hash binary(32) not null,
  pack int not null,
  pack_offset bigint not null,
  byte_count int not null,
  detection_score real not null,
  points varchar(256) not null,
  run_id bigint references stage_run (id)
);

create table attributes (
  image_id bigint primary key references image (id),
  yaw real,
  pitch real,
  roll real,
  age real,
  female real,
  run_id bigint references stage_run (id)
);

-- What the journal says, in a form that can be asked. seq is the journal's line number.
create table decision (
  seq bigint primary key,
  made timestamp(3) with time zone not null,
  person varchar(128) not null,
  kind varchar(16) not null,
  note varchar(1024) not null,
  reverses bigint,
  item_count int not null
);
create table decision_item (
  seq bigint not null references decision (seq),
  image_id bigint not null references image (id),
  state_before varchar(16) not null,
  state_after varchar(16) not null,
  decided_before boolean not null,
  decided_after boolean not null,
  identity_before bigint not null,
  identity_after bigint not null,
  primary key (seq, image_id)
);
create index decision_item_by_image on decision_item (image_id);

create table job (
  id bigint generated always as identity primary key,
  kind varchar(64) not null,
  title varchar(512) not null,
  lane varchar(16) not null,
  state varchar(16) not null,
  settings varchar not null,
  total bigint not null default -1,
  done bigint not null default 0,
  failed bigint not null default 0,
  created timestamp(3) with time zone not null,
  started timestamp(3) with time zone,
  finished timestamp(3) with time zone,
  message varchar(2048)
);
create table job_claim (
  job_id bigint not null references job (id),
  item bigint not null,
  crashes int not null default 0,
  in_flight boolean not null default true,
  primary key (job_id, item)
);
create table job_failure (
  job_id bigint not null references job (id),
  item bigint not null,
  reason varchar(1024) not null,
  primary key (job_id, item)
);
create table job_log (
  id bigint generated always as identity primary key,
  job_id bigint not null references job (id),
  at timestamp(3) with time zone not null,
  line varchar(8192) not null
);
create index job_log_by_job on job_log (job_id, id);
