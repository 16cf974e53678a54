create trigger policy_decision_no_update before update on policy_decision
begin
    select raise(abort, 'policy_decision is append-only');
end;
create trigger policy_decision_no_delete before delete on policy_decision
begin
    select raise(abort, 'policy_decision is append-only');
end;
