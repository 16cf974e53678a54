create trigger audit_record_no_update before update on audit_record
begin
    select raise(abort, 'audit_record is append-only');
end;
create trigger audit_record_no_delete before delete on audit_record
begin
    select raise(abort, 'audit_record is append-only');
end;
