//! Reads any bytes as a policy of a project and of an organization, and asks them.

#![no_main]

use libfuzzer_sys::fuzz_target;
use stytch_core::rbac::{CompiledPolicy, OrganizationPolicy};

fuzz_target!(|data: &[u8]| {
    if let Ok(policy) = CompiledPolicy::from_json(data) {
        // a name that was left out must not become one that somebody has
        assert!(!policy.check_roles([""], "a", "x").is_allowed());
        assert!(!policy.check_scopes([""], "a", "x").is_allowed());
        let _ = policy.check_roles(["a", "b"], "a", "*");
        if let Ok(organization) = OrganizationPolicy::from_json(data) {
            let _ = policy.validate_org_policy(&organization);
        }
    }
});
