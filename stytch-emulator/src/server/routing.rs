//! From a verb and a path to an operation.

use std::collections::HashMap;

use http::Method;

use crate::generated;
use crate::refusal::Refusal;
use crate::route::Route;

/// All operations, by the number of parts of their paths.
#[derive(Debug)]
pub(crate) struct Routes(HashMap<usize, Vec<&'static Route>>);

/// An operation that a request means.
#[derive(Debug)]
pub(crate) struct Found<'p> {
    pub(crate) route: &'static Route,
    /// The parts of the path that vary, as they were sent.
    pub(crate) values: Vec<(&'static str, &'p str)>,
}

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
    pub(crate) fn find<'p>(&self, verb: &Method, path: &'p str) -> Result<Found<'p>, Refusal> {
        let mut is_known = false;
        for route in self.0.get(&parts(path)).into_iter().flatten() {
            if let Some(values) = route.matches(path) {
                if route.verb == *verb {
                    return Ok(Found { route, values });
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
