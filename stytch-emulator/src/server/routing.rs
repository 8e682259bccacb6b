//! From a verb and a path to an operation.

use std::collections::HashMap;

use http::Method;

use crate::generated;
use crate::refusal::Refusal;
use crate::route::Route;

/// All operations, by the number of parts of their paths.
#[derive(Debug)]
pub(crate) struct Routes(HashMap<usize, Vec<&'static Route>>);

impl Routes {
    pub(crate) fn new() -> Self {
        let mut routes: HashMap<usize, Vec<_>> = HashMap::new();
        for route in generated::routes() {
            routes.entry(parts(route.path)).or_default().push(route);
        }
        for routes in routes.values_mut() {
            // `/members/search` before `/members/{member_id}`
            routes.sort_by_key(|route| route.variables());
        }
        Self(routes)
    }

    /// The operation behind a verb and a path.
    pub(crate) fn find(&self, verb: &Method, path: &str) -> Result<&'static Route, Refusal> {
        let mut is_known = false;
        for route in self.0.get(&parts(path)).into_iter().flatten() {
            if route.matches(path) {
                if route.verb == *verb {
                    return Ok(route);
                }
                is_known = true;
            }
        }
        Err(Refusal::new(match is_known {
            true => "method_not_allowed",
            false => "route_not_found",
        }))
    }
}

fn parts(path: &str) -> usize {
    path.matches('/').count()
}
