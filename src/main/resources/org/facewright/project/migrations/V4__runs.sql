-- A training run of this project. Its folder runs/NAME holds settings, log, checkpoints and a copy
-- of the index of its pictures; this is what can be asked without opening it.
create table training_run (
  name varchar(128) primary key,
  run_id bigint not null references stage_run (id),
  begun timestamp(3) with time zone not null,
  ended timestamp(3) with time zone,
  state varchar(16) not null,
  message varchar(1024) not null,
  architecture varchar(64) not null,
  head varchar(32) not null,
  fingerprint varchar(64) not null,
  identities int not null,
  pictures int not null,
  held_out_identities int not null,
  step bigint not null,
  steps bigint not null,
  epoch int not null,
  epochs int not null,
  loss real,
  accuracy real,
  seconds double precision not null,
  images_per_second double precision not null,
  held_out_accuracy double precision,
  held_out_eer double precision
);
