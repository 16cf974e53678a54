create function policy_decision_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'policy_decision is append-only';
end
$$;
create trigger policy_decision_no_change before update or delete on policy_decision
    for each row execute function policy_decision_is_append_only();
create trigger policy_decision_no_truncate before truncate on policy_decision
    for each statement execute function policy_decision_is_append_only();
