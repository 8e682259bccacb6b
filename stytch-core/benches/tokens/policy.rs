//! A check of permissions.

use std::hint::black_box;

use stytch_core::rbac::CompiledPolicy;

use crate::{Side, allocations, measure};

/// A policy of so many roles with 20 permissions each.
fn policy(roles: usize) -> CompiledPolicy {
    let mut builder = CompiledPolicy::builder();
    for role in 0..roles {
        for permission in 0..20 {
            let resource = format!("resource-{}", (role + permission) % 100);
            builder = builder.role(
                &format!("role-{role}"),
                &resource,
                ["create", "read", "update"],
            );
        }
    }
    // somebody may, so that the answer is not to be had from the action alone
    builder.role("admin", "resource-7", ["delete"]).build()
}

pub(crate) fn report() {
    const HELD: [&str; 5] = ["role-3", "role-17", "role-24", "role-31", "role-49"];

    let ask = |roles: usize, held: [&'static str; 5], action: &'static str| {
        let policy = policy(roles);
        let allowed = held.contains(&"admin");
        move |runs| {
            for _ in 0..runs {
                let verdict = policy.check_roles(black_box(held), black_box("resource-7"), action);
                assert_eq!(black_box(verdict).is_allowed(), allowed);
            }
        }
    };
    let admin = ["role-3", "role-17", "role-24", "role-31", "admin"];
    let mut sides = [
        Side::new("50 roles, deny", ask(50, HELD, "delete")),
        Side::new("500 roles, deny", ask(500, HELD, "delete")),
        Side::new("5000 roles, deny", ask(5000, HELD, "delete")),
        Side::new("50 roles, allow", ask(50, admin, "delete")),
        Side::new("50 roles, no such action", ask(50, HELD, "publish")),
    ];
    measure(&mut sides, 2000);
    println!("\nan RBAC check, 20 permissions a role, five roles held");
    for side in &sides {
        println!(
            "  {:28} {:>8.1} ns {:>8} allocations",
            side.name,
            side.time(),
            allocations(|| (side.run)(1))
        );
    }
}
